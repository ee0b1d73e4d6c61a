/** A real incident on this machine, from the broken service to the verified repair. */
@NullMarked
package io.flyball.cli.demo;

import org.jspecify.annotations.NullMarked;
