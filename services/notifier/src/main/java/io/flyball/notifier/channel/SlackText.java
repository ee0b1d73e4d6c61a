package io.flyball.notifier.channel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of Slack's markup. What others wrote is escaped first, so that it cannot mention, link or pretend. */
final class SlackText {
    static final String FENCE = "```";

    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[|]+)]\\((https?://[^\\s()|]+)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*");
    private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*)");

    private SlackText() {}

    /** Slack asks for exactly these three. */
    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A link, or the name alone where the address is none that a browser should open. */
    static String link(String name, String url) {
        return url.matches("https?://[^\\s|<>]+") ? "<" + escape(url) + "|" + escape(name) + ">" : escape(name);
    }

    /** A line of code, with no fence in it that would end its block. */
    static String code(String line) {
        return escape(line.replace(FENCE, "`\u200b`\u200b`"));
    }

    /** A line of Markdown that is not code. */
    static String prose(String line) {
        boolean quoted = line.startsWith(">");
        String text = escape(quoted ? line.substring(1) : line);
        Matcher heading = HEADING.matcher(text);
        text = heading.matches() ? "**" + heading.group(1) + "**" : text;
        text = BOLD.matcher(text).replaceAll("*$1*");
        text = LINK.matcher(text).replaceAll("<$2|$1>");
        return (quoted ? ">" : "") + text;
    }

    /** As much of an escaped text as there is room for, without half an entity, half a link or half a character. */
    static String start(String escaped, int room) {
        if (escaped.length() <= room) {
            return escaped;
        }
        int end = Math.max(0, room);
        end = before(escaped, '&', ';', end);
        end = before(escaped, '<', '>', end);
        return end > 0 && Character.isHighSurrogate(escaped.charAt(end - 1))
                ? escaped.substring(0, end - 1)
                : escaped.substring(0, end);
    }

    private static int before(String text, char opens, char closes, int end) {
        int open = text.lastIndexOf(opens, end - 1);
        int close = open < 0 ? -1 : text.indexOf(closes, open);
        return close >= end ? open : end;
    }
}
