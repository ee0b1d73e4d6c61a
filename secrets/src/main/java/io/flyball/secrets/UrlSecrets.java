package io.flyball.secrets;

import java.util.List;

/** Passwords in URLs ({@code scheme://user:password@host}) and URLs that are themselves a secret (webhooks). */
final class UrlSecrets implements Detector {
    private static final int LONGEST_USERINFO = 512;
    private static final Iterable<String> WEBHOOKS = List.of(
            "hooks.slack.com/services/",
            "hooks.slack.com/workflows/",
            "hooks.slack.com/triggers/",
            "discord.com/api/webhooks/",
            "discordapp.com/api/webhooks/",
            "webhook.office.com/",
            "outlook.office.com/webhook/",
            "hooks.zapier.com/hooks/",
            "chat.googleapis.com/v1/spaces/",
            "events.pagerduty.com/integration/",
            "api.telegram.org/bot",
            "maker.ifttt.com/trigger/",
            "logic.azure.com/workflows/",
            "open.feishu.cn/open-apis/bot/",
            "oapi.dingtalk.com/robot/send?");

    @Override
    public void find(Text text, Findings findings) {
        int at = -1;
        while ((at = text.string.indexOf("://", at + 1)) >= 0) {
            int authority = at + 3;
            int end = endOfUrl(text, authority);
            userinfo(text, authority, end, findings);
            webhook(text, authority, end, findings);
            at = Math.max(at, end - 1);
        }
    }

    private static int endOfUrl(Text text, int from) {
        int end = from;
        while (end < text.length && !endsUrl(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean endsUrl(Text text, int at) {
        char c = text.chars[at];
        return c <= ' '
                || c == '"'
                || c == '\''
                || c == '<'
                || c == '>'
                || c == '`'
                || c == '\\'
                || (c == ')' || c == ']' || c == '}') && Character.isWhitespace(text.at(at + 1))
                || c == ':' && text.startsWith("://", at);
    }

    private static void userinfo(Text text, int authority, int urlEnd, Findings findings) {
        int at = lastAt(text, authority, Math.min(urlEnd, authority + LONGEST_USERINFO));
        if (at < 0) {
            return;
        }
        int colon = firstColon(text, authority, at);
        boolean hasPassword = colon < at;
        int start = hasPassword ? colon + 1 : authority;
        boolean filtered = text.startsWith(Placeholders.BEGIN, authority) || text.startsWith(Placeholders.BEGIN, start);
        boolean example =
                text.part(start, at).equals("password") || text.part(start, at).equals("pass");
        if (!filtered && !example && (hasPassword || at - start >= 16) && !Placeholder.isOne(text, start, at)) {
            findings.add(start, at, kindOf(text, authority));
        }
    }

    private static int firstColon(Text text, int from, int limit) {
        int colon = from;
        while (colon < limit && text.chars[colon] != ':') {
            colon++;
        }
        return colon;
    }

    /** The last @ before the path; a password may hold one of its own. */
    private static int lastAt(Text text, int from, int limit) {
        int last = -1;
        for (int i = from; i < limit && text.chars[i] != '/' && text.chars[i] != '?'; i++) {
            if (text.chars[i] == '@') {
                last = i;
            }
        }
        return last;
    }

    private static String kindOf(Text text, int authority) {
        boolean web = text.startsWith("http://", authority - 7) || text.startsWith("https://", authority - 8);
        return web ? "url-password" : "database-url-password";
    }

    /** Everything after the part that all such webhooks share. */
    private static void webhook(Text text, int authority, int end, Findings findings) {
        String url = text.part(authority, Math.min(end, authority + 300));
        for (String webhook : WEBHOOKS) {
            int from = url.indexOf(webhook);
            if (from >= 0 && !Placeholder.isOne(text, authority + from + webhook.length(), end)) {
                findings.add(authority + from + webhook.length(), end, "webhook-url");
            }
        }
    }
}
