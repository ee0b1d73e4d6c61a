/** How a command ends: exit codes and failures that say what to do. */
@NullMarked
package io.flyball.cli.exit;

import org.jspecify.annotations.NullMarked;
