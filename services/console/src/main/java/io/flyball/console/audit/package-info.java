/** What was recorded, to be searched, taken out and sealed. */
@NullMarked
package io.flyball.console.audit;

import org.jspecify.annotations.NullMarked;
