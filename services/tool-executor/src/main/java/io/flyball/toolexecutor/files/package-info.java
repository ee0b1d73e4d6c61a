/** Files that agents may read and write, as they are after every link has been followed. */
@NullMarked
package io.flyball.toolexecutor.files;

import org.jspecify.annotations.NullMarked;
