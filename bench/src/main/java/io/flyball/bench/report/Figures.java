package io.flyball.bench.report;

/** Figures with as many digits as they deserve. */
public final class Figures {
    private Figures() {}

    /** Three significant digits, whole numbers from 100 on; what is no number stays none. */
    public static double rounded(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value) || value == 0) {
            return value;
        }
        double digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
        double scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }
}
