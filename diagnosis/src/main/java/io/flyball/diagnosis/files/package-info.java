/** Reads probes and causes from YAML files; whatever is wrong with one is told with its file and line. */
@NullMarked
package io.flyball.diagnosis.files;

import org.jspecify.annotations.NullMarked;
