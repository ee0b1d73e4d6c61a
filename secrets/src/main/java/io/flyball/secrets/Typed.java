package io.flyball.secrets;

/** Tells what a hand typed along the alphabet, or with one key held down, from what was drawn by lot. */
final class Typed {
    private static final int ENOUGH = 12;
    private static final int LONG = 128;

    private Typed() {}

    /**
     * Whether at least half of its characters follow the one before in the alphabet or repeat it; of characters drawn by
     * lot hardly one in eight does, even among hexadecimal digits.
     */
    static boolean byHand(Text text, int start, int end) {
        int length = Math.min(end - start, LONG);
        int steps = 0;
        for (int i = start + 1; i < start + length; i++) {
            int step = Character.toLowerCase(text.chars[i]) - Character.toLowerCase(text.chars[i - 1]);
            steps += step == 0 || step == 1 ? 1 : 0;
        }
        return length >= ENOUGH && 2 * steps >= length - 1;
    }
}
