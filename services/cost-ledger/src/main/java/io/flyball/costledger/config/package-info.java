/** What can be configured. */
@NullMarked
package io.flyball.costledger.config;

import org.jspecify.annotations.NullMarked;
