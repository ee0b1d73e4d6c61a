package io.flyball.orchestrator.shell;

import io.flyball.contract.RunAdmission;
import io.flyball.contract.ToolResult;
import io.flyball.contract.ToolStatus;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The texts in a record that somebody outside may have written. Of an alert, a call's result and inputs that is everything, names
 * too. It is not what people order, who prove who they are, nor what this suite says itself.
 */
final class OutsideTexts {
    private final BiConsumer<String, String> visitor;

    private OutsideTexts(BiConsumer<String, String> visitor) {
        this.visitor = visitor;
    }

    /** The texts of a record, to be visited. */
    interface Texts {
        void forEach(BiConsumer<String, String> whereAndText);
    }

    static Texts of(SpecificRecord record) {
        return visitor -> new OutsideTexts(visitor).visit(record);
    }

    private void visit(SpecificRecord record) {
        if (record instanceof RunAdmission admission) {
            admission(admission);
        } else if (record instanceof ToolResult result) {
            result(result);
        }
    }

    /** A goal is made of the alert, or is the order of whoever asked, or of a planner whose own taint is passed on. */
    private void admission(RunAdmission it) {
        all("the alert", it.getAlert());
        all("the inputs", it.getInputs());
        all("the background", it.getBackground());
        if (it.getParent() != null) {
            it.getParent().getTaint().forEach(text -> visitor.accept(Looked.PASSED_ON, text));
        }
    }

    /** The error of a call that was refused is this suite's own word. */
    private void result(ToolResult it) {
        String call = "the result of " + it.getActionId();
        all(call, it.getOutput());
        all(call, it.getBefore());
        all(call, it.getAfter());
        all(call, it.getCollateral());
        if (it.getStatus() != ToolStatus.REFUSED) {
            all(call, it.getError());
        }
    }

    private void all(String where, @Nullable Object value) {
        switch (value) {
            case CharSequence text -> visitor.accept(where, text.toString());
            case Collection<?> many -> many.forEach(one -> all(where, one));
            case Map<?, ?> pairs -> pairs.forEach((name, one) -> all(where, name + ": " + one));
            case IndexedRecord record -> {
                for (Schema.Field field : record.getSchema().getFields()) {
                    all(where, record.get(field.pos()));
                }
            }
            case null, default -> {
                // Numbers, times and words of our own say nothing.
            }
        }
    }
}
