package io.flyball.drills.suite;

import java.nio.file.Path;
import java.util.List;

/** What a suite of one's own is made for: its catalogue, and what services are told beside the usual. */
public interface Site {

    /** The shipped catalogue with the drill's own files, and nothing more said. */
    Site OF_DRILLS = new Site() {
        @Override
        public void write(Path shipped, Path catalogue) {
            DrillCatalogue.write(shipped, catalogue);
        }

        @Override
        public List<String> options(Service service) {
            return List.of();
        }
    };

    /** Writes the catalogue; the folder is not there yet. */
    void write(Path shipped, Path catalogue);

    /** Words of that service's command line, none of which it has already. */
    List<String> options(Service service);
}
