package io.flyball.testkit;

import io.flyball.localstack.NeighbourKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Starts these neighbours before the test class, and hands {@link SharedNeighbours} to whoever has it as a parameter. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(NeighboursExtension.class)
public @interface WithNeighbours {

    NeighbourKind[] value();
}
