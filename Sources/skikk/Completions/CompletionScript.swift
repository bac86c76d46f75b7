import Casebook
import Reports

/// What the completion scripts of all shells are made from: the commands, and the lists of words
/// that their values are taken from.
struct CompletionScript {
  /// The shells there are scripts for.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish
  }

  let commands: [Command]
  let candidates: Candidates
  var language: Language { candidates.language }

  /// The script of a shell.
  func text(for shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletion(self).text
    case .zsh: ZshCompletion(self).text
    case .fish: FishCompletion(self).text
    }
  }

  /// The options that may stand before a command.
  static let programOptions: [Option] = [.lang, .help, .version]

  /// Every list of words that values are taken from, each once; its number names it.
  var lists: [ArgumentValues] {
    let all = commands.flatMap { command in
      command.allOptions.filter { $0.value != nil }.map(\.values)
        + [command.operandValues].compactMap { $0 }
    }
    return all.reduce(into: []) { lists, values in
      if !lists.contains(values), !candidates.words(for: values).isEmpty { lists.append(values) }
    }
  }

  /// The number of the list that a value is taken from, if there is one.
  func list(of values: ArgumentValues) -> Int? { lists.firstIndex(of: values) }

  /// The words that can follow a beginning of a command: `check`, or `list` after `rules`.
  func next(after path: [String]) -> [(word: String, summary: Label)] {
    var words: [(word: String, summary: Label)] = []
    for command in commands where command.path.count > path.count {
      guard command.path.starts(with: path) else { continue }
      let word = command.path[path.count]
      guard !words.contains(where: { $0.word == word }) else { continue }
      let group = Commands.groups.first { $0.path == path + [word] }
      words.append(
        (word, command.path == path + [word] ? command.summary : group?.summary ?? command.summary))
    }
    return words
  }

  /// Every beginning of a command that is none itself: none of its words, and groups.
  var groups: [[String]] {
    commands.flatMap { command in command.path.indices.map { Array(command.path[..<$0]) } }
      .reduce(into: []) { groups, path in if !groups.contains(path) { groups.append(path) } }
  }
}

extension String {
  /// The text in single quotes of a POSIX shell.
  var quoted: String { "'" + replacing("'", with: #"'\''"#) + "'" }
}
