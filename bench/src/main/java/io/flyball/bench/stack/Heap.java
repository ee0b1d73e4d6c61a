package io.flyball.bench.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Asks a JVM with the serial collector for its heap. */
public final class Heap {
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private Heap() {}

    /** Bytes in use after a full collection; -1 if that JVM does not say. */
    public static long liveBytes(long pid) throws InterruptedException {
        ask(pid, "GC.run");
        return used(ask(pid, "GC.heap_info"));
    }

    static long used(String heapInfo) {
        var matcher = USED.matcher(heapInfo);
        long kilobytes = 0;
        boolean found = false;
        while (matcher.find()) {
            kilobytes += Long.parseLong(matcher.group(1));
            found = true;
        }
        return found ? kilobytes * 1024 : -1;
    }

    private static String ask(long pid, String question) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), question)
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return answer;
        } catch (IOException e) {
            throw new NotMeasurable("jcmd does not work", e);
        }
    }
}
