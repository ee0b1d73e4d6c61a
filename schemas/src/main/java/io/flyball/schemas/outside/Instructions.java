package io.flyball.schemas.outside;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words in outside text that tell a reader what to do, or claim what they have no right to. It misses what is put
 * cleverly enough, so nothing is allowed because nothing was found; it only takes away what would be automatic otherwise.
 */
public final class Instructions {
    /** Characters before and behind what was found. */
    private static final int AROUND = 60;

    /** What it says when a person reads it: none of these asks an agent for anything. */
    private static final String TO_PEOPLE = "check|see|refer|contact|try|visit|consult|wait|retry|note|ask|report|read"
            + "|look|find|make|be|upgrade|specify|provide|enter|log|login|sign|investigate|use";

    private static final List<Pattern> SIGNS = List.of(
            sign(
                    "\\b(?:ignore|disregard|forget|override|bypass|do not follow|stop following)\\b.{0,40}\\b(?:instructions?"
                            + "|prompts?|rules?|directions?|guidelines?|polic(?:y|ies)|guardrails?|context|orders?|everything"
                            + "|all (?:of )?the above|what you were told)\\b"),
            sign(
                    "\\b(?:previous|prior|above|earlier|original|system|developer)\\s+(?:instructions?|prompts?|messages?)\\b"),
            sign("\\b(?:new|updated|real|actual|following|additional|important)\\s+(?:instructions?|system prompt"
                    + "|directives?)\\b\\s*(?:[:.\\-]|for you|from|are|is)"),
            sign(
                    "\\byou (?:are|act) (?:now|as)\\b|\\bfrom now on\\b,? (?:you|act|always|never)"
                            + "|\\bpretend (?:to be|you|that)|\\bact as (?:an?|the) (?:admin|root|developer|unrestricted|system)"),
            sign(
                    "\\b(?:as|you are|dear|hey|hello|hi|attention,?|note to|message for|for) (?:an? |the |any |all )?(?:AI|LLM"
                            + "|language model|assistant|agent|bot|chatbot|copilot|SRE agent|automation agent)s?\\b[ ,:]"),
            sign("\\b(?:AI|LLM|assistant|agent|bot|copilot)s?\\b[,:]?\\s+(?:must|should|shall|please|needs? to|has to"
                    + "|have to|you|is (?:required|instructed|authori[sz]ed)|reading this)\\b"),
            sign(
                    "(?:^|[\\s\"'>])(?:system|assistant|user|human|developer)\\s*:\\s+(?:you|ignore|please|new|from now|run|execute"
                            + "|delete|call|send|now|the (?:user|operator|admin))\\b"),
            sign("<\\|?(?:im_start|im_end|system|assistant|user|endoftext)\\|?>|\\[/?INST\\]|<</?SYS>>"
                    + "|</?(?:system|instructions?|tool_call|function_call|assistant)>"
                    + "|###\\s*(?:instruction|system|response|task)"),
            sign("\\banswer\\s*:\\s*(?:task|done|complete|ok)|\\btask (?:is )?(?:complete|completed|done|finished)\\b"),
            sign("\\bplease,?\\s+(?!(?:" + TO_PEOPLE + ")\\b)[a-z]+\\b"),
            sign("\\b(?:without|do not|don't|never|avoid|no need to) (?:any )?(?:tell|notify|inform|ask|alert|mention"
                    + "|report|reveal|leav|rais|wait)(?:ing|ifying)?(?: for)?\\b.{0,40}\\b(?:user|human|operator|anyone"
                    + "|anybody|admin|administrator|person|team|people|trace|suspicion|approval|confirmation"
                    + "|permission|this)\\b"),
            sign("\\b(?:call|invoke|use)\\s+(?:the\\s+)?(?:tool|function)\\s*[:`\"']?\\s*[a-z]+_[a-z]+"),
            sign("\\b(?:you|agent) (?:must|should|need to|have to|are (?:required|instructed|authori[sz]ed|allowed"
                    + "|permitted) to|will) (?:now |immediately |first |also |always )?(?:run|execute|call|delete|drop"
                    + "|send|post|upload|disable|grant|create|restart|stop|scale|open|fetch|download|install|reveal"
                    + "|print|output|approve|ignore)\\b"),
            sign("\\b(?:immediately|urgently|right away|as soon as possible|at once|now)[,:]?\\s+(?:run|execute|call"
                    + "|delete|drop|send|post|upload|disable|grant|remove|wipe|shut ?down|transfer)\\b"),
            sign("\\b(?:send|post|upload|forward|exfiltrate|transmit|leak|e-?mail|copy)\\b.{0,80}\\b(?:credentials?"
                    + "|passwords?|secrets?|tokens?|api[ -]?keys?|private keys?|customer (?:data|records)|database|\\.env"
                    + "|environment variables)\\b.{0,80}\\b(?:to|at|into)\\b"),
            sign("\\b(?:curl|wget)\\s[^\\n|]{1,200}\\|\\s*(?:sudo\\s+)?(?:ba|z|da)?sh\\b"),
            sign(
                    "\\b(?:approved?|authori[sz]ed|sanctioned|ordered) by (?:the )?(?:admin|administrator|security|management"
                            + "|operator|on-?call|ceo|cto|sre)\\b"),
            sign("\\bpre-?approved|\\bno approval (?:is )?(?:needed|required|necessary)|\\bskip (?:the )?approval"
                    + "|\\bapproval (?:is|was) (?:already )?(?:given|granted)\\b"),
            sign("\\b(?:the|your) (?:correct|right|only|required|mandatory|next) (?:fix|remedy|action|step|response"
                    + "|remediation) is (?:to )?(?:run|execute|delete|drop|disable|restart|scale|call|remove|grant)"),
            sign("\\b(?:ignoriere?|vergiss)\\b.{0,40}\\b(?:anweisung|befehl|regel|vorgabe)"
                    + "|\\b(?:ignorez|oubliez)\\b.{0,40}\\b(?:instructions|consignes|r\u00e8gles)"
                    + "|\\b(?:ignora|olvida)\\b.{0,40}\\b(?:instrucciones|reglas)"));

    private Instructions() {}

    /** The first place that reads like an instruction, with a little of what stands around it; empty if there is none. */
    public static Optional<String> in(String text) {
        return Readings.of(text).stream()
                .flatMap(reading -> found(reading).stream())
                .findFirst();
    }

    private static Optional<String> found(String text) {
        return SIGNS.stream()
                .map(sign -> sign.matcher(text))
                .filter(Matcher::find)
                .findFirst()
                .map(match -> excerpt(text, match.start(), match.end()));
    }

    private static String excerpt(String text, int start, int end) {
        int from = Math.max(0, start - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        return text.substring(from, to).replaceAll("\\s+", " ").strip();
    }

    private static Pattern sign(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.MULTILINE);
    }
}
