/** What agents deleted and replaced, and how it comes back. */
@NullMarked
package io.flyball.cli.trash;

import org.jspecify.annotations.NullMarked;
