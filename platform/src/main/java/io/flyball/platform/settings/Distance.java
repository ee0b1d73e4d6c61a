package io.flyball.platform.settings;

/** How far apart two words are: letters that were added, left out or replaced. */
final class Distance {
    private Distance() {}

    static int between(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            before = next(a.charAt(i - 1), i, b, before);
        }
        return before[b.length()];
    }

    private static int[] next(char letter, int row, String b, int[] before) {
        int[] now = new int[before.length];
        now[0] = row;
        for (int j = 1; j < now.length; j++) {
            int replaced = before[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
            now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
        }
        return now;
    }
}
