package io.flyball.toolexecutor.process;

/** Takes any number of characters in constant memory: keeps the first and the last ones and counts the rest. */
final class HeadAndTail {
    private final char[] head;
    private final char[] ring;
    private int inHead;
    private long inRing;

    /** @param each how many characters to keep of either end */
    HeadAndTail(int each) {
        head = new char[each];
        ring = new char[each];
    }

    synchronized void take(char[] chars, int count) {
        int first = Math.min(count, head.length - inHead);
        System.arraycopy(chars, 0, head, inHead, first);
        inHead += first;
        takeLast(chars, first, count);
    }

    private void takeLast(char[] chars, int from, int to) {
        int start = Math.max(from, to - ring.length);
        inRing += start - from;
        for (int i = start; i < to; ) {
            int at = (int) (inRing % ring.length);
            int run = Math.min(to - i, ring.length - at);
            System.arraycopy(chars, i, ring, at, run);
            inRing += run;
            i += run;
        }
    }

    synchronized Output output() {
        int kept = (int) Math.min(inRing, ring.length);
        int oldest = (int) ((inRing - kept) % ring.length);
        int run = Math.min(kept, ring.length - oldest);
        String tail = new String(ring, oldest, run) + new String(ring, 0, kept - run);
        return new Output(new String(head, 0, inHead), tail, inHead + inRing);
    }
}
