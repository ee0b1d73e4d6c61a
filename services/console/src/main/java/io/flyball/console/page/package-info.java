/** The page and the transcript. */
@NullMarked
package io.flyball.console.page;

import org.jspecify.annotations.NullMarked;
