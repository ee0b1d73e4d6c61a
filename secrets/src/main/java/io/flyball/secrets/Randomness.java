package io.flyball.secrets;

/** How much a value looks drawn by lot. */
final class Randomness {
    private static final int ENOUGH = 256;

    private Randomness() {}

    /** Shannon entropy in bits per character of the first 256 characters. */
    static double entropy(Text text, int start, int end) {
        int length = Math.min(end - start, ENOUGH);
        int[] counts = new int[128];
        for (int i = start; i < start + length; i++) {
            counts[text.chars[i] & 127]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / length;
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }

    static boolean mixesLettersAndDigits(Text text, int start, int end) {
        int digits = digits(text, start, end);
        return digits > 0 && letters(text, start, end) > 0;
    }

    static int digits(Text text, int start, int end) {
        int digits = 0;
        for (int i = start; i < Math.min(end, start + ENOUGH); i++) {
            digits += Alphabet.DIGIT.has(text.chars[i]) ? 1 : 0;
        }
        return digits;
    }

    static int letters(Text text, int start, int end) {
        int letters = 0;
        for (int i = start; i < Math.min(end, start + ENOUGH); i++) {
            letters += Character.isLetter(text.chars[i]) ? 1 : 0;
        }
        return letters;
    }
}
