/** Rules on sources: what no jar shows any more. */
package org.ezhili.platform.build.rules.source;
