package io.flyball.console.halt;

import io.flyball.contract.ControlCommand;
import io.flyball.platform.halt.HaltDrill;
import io.flyball.platform.stop.StopOrders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The newest figures, which the order that ended the drill carries: so they are kept as long as its topic is. */
@Component
public final class LastDrill {
    private static final Logger log = LoggerFactory.getLogger(LastDrill.class);
    private static final JsonMapper JSON = new JsonMapper();

    private volatile @Nullable DrillFigures figures;

    LastDrill(StopOrders orders) {
        orders.onOrder((command, _) -> take(command));
    }

    private void take(ControlCommand command) {
        if (command.getTarget().equals(HaltDrill.SWITCH.key()) && command.getText() != null) {
            try {
                figures = JSON.readValue(command.getText(), DrillFigures.class);
            } catch (JacksonException e) {
                log.warn("the figures of a drill cannot be read: {}", e.toString());
            }
        }
    }

    /** The figures; empty if there was no drill. */
    public Optional<DrillFigures> figures() {
        return Optional.ofNullable(figures);
    }

    /** The figures as the order carries them. */
    public static String text(DrillFigures figures) {
        return JSON.writeValueAsString(figures);
    }
}
