import { Command } from 'commander'

/** A command that only holds others: they take from the program what a command of its own would. */
export class Group extends Command {
  override copyInheritedSettings(source: Command): this {
    super.copyInheritedSettings(source)
    for (const child of this.commands) child.copyInheritedSettings(source)
    return this
  }
}
