package io.flyball.console.page;

import io.flyball.console.readmodel.AlertView;
import io.flyball.console.readmodel.EventView;
import io.flyball.console.readmodel.NoteView;
import io.flyball.console.readmodel.ReceiptView;
import io.flyball.console.readmodel.RunView;
import io.flyball.console.readmodel.StepView;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A run as one HTML file that needs nothing else: to be read, kept, sent. */
final class Transcript {
    private static final JsonMapper JSON = new JsonMapper();

    private final RunView run;
    private final List<ReceiptView> receipts;
    private final List<EventView> events;
    private final Markup html = new Markup();
    private final StepText steps;

    Transcript(RunView run, List<ReceiptView> receipts, List<EventView> events) {
        this.run = run;
        this.receipts = receipts;
        this.events = events;
        this.steps = new StepText(run, html);
    }

    /** The file. */
    String write(String style) {
        html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", "Run " + run.id() + ": " + name())
                .raw("\n<style>")
                .raw(style)
                .raw("</style>\n</head>\n<body>\n<main>\n");
        head();
        ending();
        html.raw("<h2>What happened</h2>\n");
        moments();
        verification();
        receipts();
        events();
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private String name() {
        AlertView alert = run.asked().alert();
        return alert == null ? run.asked().goal() : alert.name();
    }

    private void head() {
        RunView.Asked asked = run.asked();
        html.element("h1", name())
                .element("p class=\"goal\"", asked.goal())
                .raw("<dl>")
                .fact("Run", asked.id())
                .fact("Status", Markup.words(run.standing().status()))
                .fact("Outcome", Markup.words(run.ending().outcome()))
                .fact("Agent", asked.agent())
                .fact("Environment", asked.environment())
                .fact("On behalf of", asked.principal())
                .fact("Opened", asked.openedAt())
                .fact("Closed", run.ending().closedAt())
                .fact(
                        "Cost",
                        "$" + run.spent().cost().dollars() + ", " + run.spent().llmCalls() + " model calls")
                .fact("Trace", asked.traceId());
        AlertView alert = asked.alert();
        if (alert != null) {
            html.fact("Alert", alert.name() + ", " + alert.severity() + ", " + Markup.words(alert.status()))
                    .fact("Service", alert.service())
                    .fact("From", alert.source() + " " + alert.fingerprint())
                    .fact("Labels", alert.labels())
                    .fact("Annotations", alert.annotations());
        }
        html.raw("</dl>\n");
    }

    private void ending() {
        RunView.Ending ending = run.ending();
        if (ending.outcome() == null) {
            html.element("p class=\"open\"", "This run is still open.").raw("\n");
            return;
        }
        html.raw("<section>")
                .element("h2", "How it ended: " + Markup.words(ending.outcome()))
                .element("p", ending.summary())
                .raw("<dl>")
                .fact("Likely cause", ending.rootCause())
                .fact("Why it ended", ending.reason())
                .raw("</dl>");
        RunView.HandOver handOver = ending.handOver();
        if (handOver != null) {
            html.element("h3", "Handed over")
                    .element("p", handOver.reason())
                    .element("p", handOver.known())
                    .raw("<ul>");
            handOver.nextSteps().forEach(next -> html.element("li", next));
            html.raw("</ul>");
        }
        html.raw("</section>\n");
    }

    /** Steps and what happened beside them, in order. */
    private void moments() {
        List<NoteView> notes = run.notes();
        int told = 0;
        for (StepView step : run.steps()) {
            while (told < notes.size() && notes.get(told).at().isBefore(step.at())) {
                note(notes.get(told));
                told++;
            }
            steps.write(step);
        }
        notes.subList(told, notes.size()).forEach(this::note);
    }

    private void note(NoteView note) {
        html.element("p class=\"note\"", note.at() + " " + note.text()).raw("\n");
    }

    private void verification() {
        if (!run.verification().isEmpty()) {
            html.raw("<section><h2>Verification</h2><ul>");
            run.verification().forEach(it -> html.element("li", it.target() + ": " + Markup.words(it.state())));
            html.raw("</ul></section>\n");
        }
    }

    private void receipts() {
        if (!receipts.isEmpty()) {
            html.raw("<section><h2>Who was told</h2><ul>");
            receipts.forEach(it -> html.element("li", it.at() + " " + it.channel() + ": " + Markup.words(it.status())));
            html.raw("</ul></section>\n");
        }
    }

    private void events() {
        html.raw(
                "<section><h2>All events</h2><table><thead><tr><th>No.</th><th>At</th><th>Event</th><th>Detail</th></tr></thead><tbody>\n");
        events.forEach(event -> html.raw("<tr>")
                .element("td", Long.toString(event.sequence()))
                .element("td", event.at().toString())
                .element("td", event.kind())
                .element("td", JSON.writeValueAsString(event.detail()))
                .raw("</tr>\n"));
        html.raw("</tbody></table></section>\n");
    }
}
