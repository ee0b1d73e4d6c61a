/** Looks into stores: databases and caches. Everything here only reads, and takes no more than it shows. */
@NullMarked
package io.flyball.toolexecutor.data;

import org.jspecify.annotations.NullMarked;
