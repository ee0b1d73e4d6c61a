/** Held actions and people's answers. */
@NullMarked
package io.flyball.cli.approvals;

import org.jspecify.annotations.NullMarked;
