package io.flyball.schemas.evolution;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.avro.Schema;

/** A place in a record, by the names of the fields that lead there, for example {@code what(RunOpened).alert}. */
record FieldPath(List<String> names) {

    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath {
        names = List.copyOf(names);
    }

    /**
     * Goes on from here.
     *
     * @param schema what stands here
     * @param location as Avro's compatibility check says it, for example {@code /fields/3/type/items/fields/0}
     */
    FieldPath follow(Schema schema, String location) {
        List<String> path = new ArrayList<>(names);
        Schema here = schema;
        for (Iterator<String> steps = List.of(location.split("/")).iterator(); steps.hasNext(); ) {
            String step = steps.next();
            if (step.equals("fields")) {
                Schema.Field field = here.getFields().get(Integer.parseInt(steps.next()));
                path.add(field.name());
                here = field.schema();
            } else {
                here = into(here, step);
            }
        }
        return new FieldPath(path);
    }

    /** The same place when it holds that one of its several types. */
    FieldPath as(Schema branch) {
        List<String> path = new ArrayList<>(names);
        path.addLast(path.removeLast() + "(" + branch.getName() + ")");
        return new FieldPath(path);
    }

    /** A number counts the branches of the other side's union, so this side stays where it is. */
    private static Schema into(Schema here, String step) {
        return switch (step) {
            case "items" -> here.getElementType();
            case "values" -> here.getValueType();
            default -> here;
        };
    }

    @Override
    public String toString() {
        return names.isEmpty() ? "*" : names.stream().collect(joining("."));
    }
}
