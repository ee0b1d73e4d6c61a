/** What people see: widths, colours, tables. */
@NullMarked
package io.flyball.cli.terminal;

import org.jspecify.annotations.NullMarked;
