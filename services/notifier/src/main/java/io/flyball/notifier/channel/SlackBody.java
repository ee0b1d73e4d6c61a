package io.flyball.notifier.channel;

import io.flyball.notifier.message.Message;
import java.util.ArrayList;
import java.util.List;

/** A Markdown body as Slack's markup, cut where it is too long. */
final class SlackBody {
    private final int room;
    private final StringBuilder text = new StringBuilder();
    private boolean inCode;

    private SlackBody(int room) {
        this.room = room;
    }

    /**
     * The body, not longer than that.
     *
     * @param most how many characters, as Slack counts them: after escaping
     */
    static String of(Message message, int most) {
        List<Line> lines = lines(message.body());
        SlackBody whole = new SlackBody(most);
        if (lines.stream().allMatch(whole::add)) {
            return whole.end();
        }
        String pointer = SlackText.escape(Cut.pointer(message));
        SlackBody part = new SlackBody(most - pointer.length());
        boolean _ = lines.stream().allMatch(part::add);
        return part.end() + pointer;
    }

    private record Line(String text, boolean code) {}

    /** Whether there was room for all of it. */
    private boolean add(Line line) {
        String boundary = line.code() == inCode ? "" : SlackText.FENCE + "\n";
        String closing = line.code() ? SlackText.FENCE : "";
        int left = room - text.length() - boundary.length() - closing.length() - 1;
        if (left > 0) {
            text.append(boundary).append(SlackText.start(line.text(), left)).append('\n');
            inCode = line.code();
        }
        return line.text().length() <= left;
    }

    private String end() {
        return (text + (inCode ? SlackText.FENCE : "")).stripTrailing();
    }

    /** Fenced and indented blocks are code; their own fences go, because Slack's are written anew. */
    private static List<Line> lines(String markdown) {
        List<Line> lines = new ArrayList<>();
        boolean fenced = false;
        for (String line : markdown.split("\n", -1)) {
            if (line.stripLeading().startsWith(SlackText.FENCE)) {
                fenced = !fenced;
            } else if (fenced || line.startsWith("    ")) {
                lines.add(new Line(SlackText.code(fenced ? line : line.substring(4)), true));
            } else {
                lines.add(new Line(SlackText.prose(line), false));
            }
        }
        return lines;
    }
}
