/** Takes secrets out of texts, as the suite does it. */
@NullMarked
package io.flyball.cli.secrets;

import org.jspecify.annotations.NullMarked;
