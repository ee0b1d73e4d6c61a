/** Hosts that agents may reach: nothing unless listed, resolved once, checked again at each redirect. */
@NullMarked
package io.flyball.toolexecutor.network;

import org.jspecify.annotations.NullMarked;
