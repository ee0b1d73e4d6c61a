package io.flyball.secrets;

/** Knows one family of secrets. Looks at each character a bounded number of times. */
interface Detector {
    void find(Text text, Findings findings);
}
