package io.flyball.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Tokens that begin as their vendor's tokens do; {@code vendor-tokens.txt} lists the beginnings. */
final class VendorTokens implements Detector {
    private static final String LIST = "/secrets/vendor-tokens.txt";
    private static final VendorToken[] NONE = {};

    /** By their first two characters, seven bits each. */
    private final VendorToken[][] byStart = new VendorToken[1 << 14][];

    private VendorTokens(List<VendorToken> tokens) {
        Arrays.fill(byStart, NONE);
        tokens.stream()
                .collect(Collectors.groupingBy(
                        token -> start(token.prefix().charAt(0), token.prefix().charAt(1))))
                .forEach((start, group) -> byStart[start] = group.toArray(VendorToken[]::new));
    }

    private static int start(char first, char second) {
        return (first & 127) << 7 | (second & 127);
    }

    static VendorTokens load() {
        try (InputStream list = VendorTokens.class.getResourceAsStream(LIST)) {
            String lines = new String(
                    Objects.requireNonNull(list, LIST + " is not packaged").readAllBytes(), StandardCharsets.UTF_8);
            return new VendorTokens(lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(VendorToken::parse)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void find(Text text, Findings findings) {
        char[] chars = text.chars;
        for (int i = 0; i + 1 < text.length; i++) {
            VendorToken[] candidates = byStart[start(chars[i], chars[i + 1])];
            if (candidates.length > 0 && text.wordMayStart(i)) {
                i = Math.max(i, tokenAt(text, i, candidates, findings) - 1);
            }
        }
    }

    /** Where the token that begins here ends, or here when none does. */
    private static int tokenAt(Text text, int start, VendorToken[] candidates, Findings findings) {
        for (VendorToken candidate : candidates) {
            int end = candidate.endAt(text, start);
            if (end > start) {
                if (candidate.isReal(text, start, end)) {
                    findings.add(start, end, candidate.kind());
                }
                return end;
            }
        }
        return start;
    }
}
