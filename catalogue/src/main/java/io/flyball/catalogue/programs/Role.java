package io.flyball.catalogue.programs;

/** What a program does with a word that it is given. */
public enum Role {
    /** It is only a text, a number or a name. */
    TEXT,
    /** It is a file whose content is read. */
    READ,
    /** It is a file or folder of which only names, sizes and times are told. */
    LOOK,
    /** It is a host that is connected to. */
    HOST
}
