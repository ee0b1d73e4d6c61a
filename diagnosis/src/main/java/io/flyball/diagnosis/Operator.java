package io.flyball.diagnosis;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Optional;

/** How a fact is compared with a value. */
enum Operator {
    EQUALS("=="),
    DIFFERS("!="),
    AT_LEAST(">="),
    AT_MOST("<="),
    ABOVE(">"),
    BELOW("<"),
    CONTAINS("contains"),
    MATCHES("matches");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    static Operator of(String sign) {
        return Arrays.stream(values())
                .filter(each -> each.sign.equals(sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparison: " + sign));
    }

    boolean holds(FactValue value, Operand operand) {
        return switch (this) {
            case EQUALS -> same(value, operand.text());
            case DIFFERS -> !same(value, operand.text());
            case AT_LEAST, AT_MOST, ABOVE, BELOW ->
                number(value)
                        .flatMap(left -> number(operand.text()).map(right -> ordered(left, right)))
                        .orElse(false);
            case CONTAINS -> value.text().contains(operand.text());
            case MATCHES ->
                Pattern.compile(operand.text()).matcher(value.text()).find();
        };
    }

    private boolean ordered(double left, double right) {
        return switch (this) {
            case AT_LEAST -> left >= right;
            case AT_MOST -> left <= right;
            case ABOVE -> left > right;
            case BELOW -> left < right;
            case EQUALS, DIFFERS, CONTAINS, MATCHES -> throw new IllegalStateException(this + " orders nothing");
        };
    }

    private static boolean same(FactValue value, String text) {
        Optional<Double> right = value instanceof FactValue.Amount ? number(text) : Optional.empty();
        return right.isPresent() ? number(value).equals(right) : value.text().equals(text);
    }

    private static Optional<Double> number(FactValue value) {
        return value instanceof FactValue.Amount amount ? Optional.of(amount.number()) : number(value.text());
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text.strip()));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
