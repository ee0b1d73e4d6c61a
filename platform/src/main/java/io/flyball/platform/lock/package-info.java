/** Locks on resources that several runs may want to change; each grant carries a fencing token. */
@NullMarked
package io.flyball.platform.lock;

import org.jspecify.annotations.NullMarked;
