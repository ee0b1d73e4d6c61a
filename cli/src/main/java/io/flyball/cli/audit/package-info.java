/** What was recorded: searched, taken out, checked. */
@NullMarked
package io.flyball.cli.audit;

import org.jspecify.annotations.NullMarked;
