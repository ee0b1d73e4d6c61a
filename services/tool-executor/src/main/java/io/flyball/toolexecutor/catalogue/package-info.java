/** The catalogue by which calls are judged and performed. */
@NullMarked
package io.flyball.toolexecutor.catalogue;

import org.jspecify.annotations.NullMarked;
