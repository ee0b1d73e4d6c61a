/** Where the neighbours are. */
@NullMarked
package io.flyball.platform.connection;

import org.jspecify.annotations.NullMarked;
