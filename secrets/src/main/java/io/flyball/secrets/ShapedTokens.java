package io.flyball.secrets;

/** Tokens that are known by their shape around one character in their middle. */
final class ShapedTokens implements Detector {
    private static final String TERRAFORM = ".atlasv1.";

    @Override
    public void find(Text text, Findings findings) {
        for (int i = 0; i < text.length; i++) {
            switch (text.chars[i]) {
                case '~' -> azureSecret(text, i, findings);
                case '.' -> {
                    terraformToken(text, i, findings);
                    airtableToken(text, i, findings);
                }
                case ':' -> {
                    telegramToken(text, i, findings);
                    Tables.pgpass(text, i, findings);
                }
                case '|' -> facebookToken(text, i, findings);
                case '-' -> mailchimpKey(text, i, findings);
                default -> {}
            }
        }
    }

    /** Three characters, a digit, {@code Q~}, then more than thirty. */
    private static void azureSecret(Text text, int at, Findings findings) {
        int start = at - 5;
        if (start < 0 || text.at(at - 1) != 'Q' || !Alphabet.DIGIT.has(text.at(at - 2))) {
            return;
        }
        int end = text.endOf(Alphabet.TILDED, at + 1, 36);
        if (end - at > 31 && end - at <= 35 && !Placeholder.isOne(text, at + 1, end)) {
            findings.add(start, end, "azure-secret");
        }
    }

    private static void terraformToken(Text text, int at, Findings findings) {
        if (!text.startsWith(TERRAFORM, at)) {
            return;
        }
        int start = text.startOf(Alphabet.ALNUM, at, 15);
        int end = text.endOf(Alphabet.BASE64URL, at + TERRAFORM.length(), 100);
        if (at - start == 14 && end - at > 50 && !Placeholder.isOne(text, at + TERRAFORM.length(), end)) {
            findings.add(start, end, "terraform-token");
        }
    }

    /** {@code pat} and fourteen more, a dot, 64 hexadecimal digits. */
    private static void airtableToken(Text text, int at, Findings findings) {
        int start = at - 17;
        if (start < 0 || !text.startsWith("pat", start)) {
            return;
        }
        int end = text.endOf(Alphabet.HEX, at + 1, 65);
        if (end - at == 65 && text.startOf(Alphabet.ALNUM, at, 18) == start) {
            findings.add(start, end, "airtable-token");
        }
    }

    /** Digits, a colon, an A and 34 more. */
    private static void telegramToken(Text text, int at, Findings findings) {
        if (text.at(at + 1) != 'A') {
            return;
        }
        int start = text.startOf(Alphabet.DIGIT, at, 17);
        int end = text.endOf(Alphabet.DASHED, at + 1, 40);
        if (at - start >= 5 && at - start <= 16 && end - at >= 35 && end - at <= 37) {
            findings.add(start, end, "telegram-token");
        }
    }

    /** Fifteen or sixteen digits, a bar and 27 characters. */
    private static void facebookToken(Text text, int at, Findings findings) {
        int start = text.startOf(Alphabet.DIGIT, at, 17);
        int end = text.endOf(Alphabet.DASHED, at + 1, 30);
        if (at - start >= 15 && at - start <= 16 && end - at >= 27 && end - at <= 29) {
            findings.add(start, end, "facebook-token");
        }
    }

    /** 32 hexadecimal digits and a data centre. */
    private static void mailchimpKey(Text text, int at, Findings findings) {
        if (!text.startsWith("-us", at)) {
            return;
        }
        int start = text.startOf(Alphabet.HEX, at, 33);
        int end = text.endOf(Alphabet.DIGIT, at + 3, 4);
        if (at - start == 32 && end > at + 3) {
            findings.add(start, end, "mailchimp-key");
        }
    }
}
