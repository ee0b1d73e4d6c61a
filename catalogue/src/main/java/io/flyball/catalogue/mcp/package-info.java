/** Servers of the Model Context Protocol as sources of tools: the files that people edit, and what of them is offered. */
@NullMarked
package io.flyball.catalogue.mcp;

import org.jspecify.annotations.NullMarked;
