package io.flyball.catalogue.programs;

import io.flyball.catalogue.programs.ProgramFile.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Goes through one command once, word by word; what the grammar does not know ends it. */
final class Walk {
    /** Some programs take {@code --flag=true}; the others refuse it themselves. */
    private static final Pattern TRUTH = Pattern.compile("true|false");

    private static final Pattern LETTERS = Pattern.compile("[a-zA-Z]+");

    private static final Pattern NUMBER = Pattern.compile("-[0-9]+");

    private final List<String> argv;
    private final String program;
    private final List<Use> uses = new ArrayList<>();
    private final Set<String> options = new HashSet<>();
    private final List<Integer> operands = new ArrayList<>();
    private Grammar grammar;
    private boolean named;
    private boolean optionsEnded;
    private int at = 1;

    /** Something is not known. */
    private static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String message) {
            super(message, null, false, false);
        }
    }

    Walk(Grammar grammar, List<String> argv) {
        this.grammar = grammar;
        this.argv = argv;
        this.program = argv.getFirst().substring(argv.getFirst().lastIndexOf('/') + 1);
        this.named = grammar.commands().isEmpty();
    }

    Reading read() {
        try {
            while (at < argv.size()) {
                word(argv.get(at));
            }
            end();
            return new Reading.Understood(grammar.effect(), uses);
        } catch (Unknown unknown) {
            return new Reading.NotUnderstood(String.valueOf(unknown.getMessage()));
        }
    }

    private void word(String word) {
        if (at == 1
                && grammar.reader() == Reader.DASHLESS
                && LETTERS.matcher(word).matches()) {
            dashless(word);
        } else if (!optionsEnded && word.equals("--") && grammar.reader() != Reader.WORDS) {
            optionsEnded = true;
            at++;
        } else if (!optionsEnded && isOption(word)) {
            option(word);
        } else if (!named) {
            command(word);
        } else {
            operands.add(at++);
            optionsEnded |= grammar.reader() == Reader.POSIX;
        }
    }

    private boolean isOption(String word) {
        if (!named && grammar.command(word).isPresent()) {
            return false;
        }
        boolean sign = word.length() > 1 && (word.charAt(0) == '-' || word.charAt(0) == '+');
        return grammar.reader() == Reader.WORDS
                ? (sign && word.charAt(0) == '-') || grammar.options().knows(word)
                : sign && (word.charAt(0) == '-' || grammar.options().knowsPlus(word));
    }

    private void option(String word) {
        if (grammar.options().isFlag("-#") && NUMBER.matcher(word).matches()) {
            at++;
        } else if (grammar.reader() == Reader.WORDS || word.startsWith("--")) {
            whole(word);
        } else {
            bunch(word);
        }
    }

    /** {@code --name}, {@code --name=value}, {@code --name value}; for some programs with one dash. */
    private void whole(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        harmless(name);
        Options known = grammar.options();
        options.add(name);
        if (equals >= 0
                && known.isFlag(name)
                && TRUTH.matcher(word.substring(equals + 1)).matches()) {
            at++;
        } else if (equals >= 0) {
            Kind kind = known.glued(name)
                    .or(() -> known.values(name).map(List::getFirst))
                    .orElseThrow(() -> unknownOption(name));
            use(kind, word.substring(equals + 1), at++);
        } else if (known.isFlag(name) || known.glued(name).isPresent()) {
            at++;
        } else {
            List<Kind> kinds = known.values(name).orElseThrow(() -> unknownOption(name));
            at++;
            kinds.forEach(kind -> use(kind, next(name), at++));
        }
    }

    /** Letters behind one dash, the last perhaps with its value. */
    private void bunch(String word) {
        Options known = grammar.options();
        for (int i = 1; i < word.length(); i++) {
            String letter = word.charAt(0) + word.substring(i, i + 1);
            String rest = word.substring(i + 1);
            harmless(letter);
            options.add(letter);
            if (known.glued(letter).isPresent() || known.values(letter).isPresent()) {
                valued(letter, rest);
                return;
            }
            if (!known.isFlag(letter)) {
                throw unknownOption(letter);
            }
        }
        at++;
    }

    private void valued(String letter, String rest) {
        Options known = grammar.options();
        if (known.glued(letter).isPresent()) {
            if (!rest.isEmpty()) {
                use(known.glued(letter).get(), rest, at);
            }
            at++;
            return;
        }
        List<Kind> kinds = known.values(letter).orElseThrow();
        if (rest.isEmpty()) {
            at++;
            kinds.forEach(kind -> use(kind, next(letter), at++));
        } else {
            use(kinds.getFirst(), rest, at++);
        }
    }

    /** As tar has them: letters of which only the last may take a value, from the next argument. */
    private void dashless(String word) {
        Options known = grammar.options();
        for (int i = 0; i < word.length() - 1; i++) {
            if (!known.isFlag("-" + word.charAt(i))) {
                throw unknownOption("-" + word.charAt(i));
            }
        }
        bunch("-" + word);
    }

    private void command(String word) {
        String two = grammar.isGroup(word) && at + 1 < argv.size() ? word + " " + argv.get(at + 1) : word;
        for (String name : List.of(two, word)) {
            if (grammar.refused().containsKey(name)) {
                throw new Unknown(program + " " + name + " " + grammar.refused().get(name));
            }
            if (grammar.command(name).isPresent()) {
                at += name.indexOf(' ') > 0 ? 2 : 1;
                grammar = grammar.command(name).get().within(grammar);
                named = true;
                return;
            }
        }
        throw new Unknown("nothing is known about the subcommand " + program + " " + two);
    }

    private String next(String option) {
        if (at >= argv.size()) {
            throw new Unknown(program + " " + option + " lacks its value");
        }
        return argv.get(at);
    }

    private void harmless(String option) {
        if (grammar.refused().containsKey(option)) {
            throw new Unknown(program + " " + option + " " + grammar.refused().get(option));
        }
    }

    private void use(Kind kind, String value, int index) {
        if (!kind.shape().fits(value)) {
            throw new Unknown(program + ": " + value + " is no " + kind.name() + " that is known to only read");
        }
        uses.add(new Use(kind.role(), value, index));
    }

    private Unknown unknownOption(String option) {
        return new Unknown("nothing is known about the option " + option + " of " + program);
    }

    private void end() {
        if (!named && grammar.require().isEmpty()) {
            throw new Unknown(program + " needs one of the subcommands that are known");
        }
        if (!grammar.require().isEmpty() && grammar.require().stream().noneMatch(this::isThere)) {
            throw new Unknown(program + " without " + String.join(" or ", grammar.require())
                    + " waits, pages or changes something");
        }
        Operands places = grammar.operands().given(options);
        if (operands.size() < places.least()) {
            throw new Unknown(program + " lacks what it is to read: " + places.names());
        }
        for (int i = 0; i < operands.size(); i++) {
            String word = argv.get(operands.get(i));
            Kind kind = places.at(i)
                    .orElseThrow(() -> new Unknown("nothing is known about the operand " + word + " of " + program
                            + "; it takes " + places.names()));
            use(kind, word, operands.get(i));
        }
    }

    /** {@code any} asks for any argument at all, {@code bare} for no operand. */
    private boolean isThere(String required) {
        return switch (required) {
            case "any" -> argv.size() > 1;
            case "bare" -> operands.isEmpty();
            default -> options.contains(required);
        };
    }
}
