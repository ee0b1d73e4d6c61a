/** Whether every part of the suite answers. */
@NullMarked
package io.flyball.cli.status;

import org.jspecify.annotations.NullMarked;
