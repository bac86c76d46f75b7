import Reports

/// Completion for fish, with what each word means.
struct FishCompletion {
  private let script: CompletionScript

  init(_ script: CompletionScript) { self.script = script }

  /// The whole script.
  var text: String {
    let paths = script.commands.map(\.path) + script.groups.filter { !$0.isEmpty }
    let known = paths.map { $0.joined(separator: " ").fishQuoted }.joined(separator: " ")
    return """
      # fish completion for skikk. Load it with: skikk completions fish | source

      # Whether the words so far are this command, or this beginning of one.
      function __skikk_at
        set -l known \(known)
        set -l path
        set -l skips no
        for word in (commandline -opc)[2..-1]
          if test $skips = yes
            set skips no
            continue
          end
          switch $word
            case --lang
              set skips yes
            case '-*'
            case '*'
              set -l next (string join ' ' $path $word)
              contains -- $next $known; or break
              set path $next
          end
        end
        test "$path" = "$argv[1]"
      end

      \(lists.joined(separator: "\n\n"))

      complete -c skikk -f
      \((script.groups.flatMap(group) + script.commands.flatMap(command)).joined(separator: "\n"))

      """
  }

  private var lists: [String] {
    script.lists.enumerated().map { number, values in
      let lines = script.candidates.words(for: values).map { word in
        "    " + (word.meaning.isEmpty ? word.word : "\(word.word)\t\(word.meaning)").fishQuoted
      }
      return """
        function __skikk_words\(number)
          printf '%s\\n' \\
        \(lines.joined(separator: " \\\n"))
        end
        """
    }
  }

  private func group(_ path: [String]) -> [String] {
    let options = path.isEmpty ? CompletionScript.programOptions : [.lang, .help]
    return script.next(after: path).map { word, summary in
      "\(start(path)) -a \(word) -d \(summary[script.language].fishQuoted)"
    } + options.map { line(path, $0) }
  }

  private func command(_ command: Command) -> [String] {
    let options = command.allOptions.map { line(command.path, $0) }
    guard let values = command.operandValues else { return options }
    if let list = script.list(of: values) {
      return options + ["\(start(command.path)) -a \(call(list, values))"]
    }
    switch values {
    case .file, .cases: return options + ["\(start(command.path)) -F"]
    case .folder:
      return options + ["\(start(command.path)) -a '(__fish_complete_directories)'"]
    default: return options
    }
  }

  private func start(_ path: [String]) -> String {
    "complete -c skikk -n \("__skikk_at \(path.joined(separator: " ").quoted)".fishQuoted)"
  }

  private func line(_ path: [String], _ option: Option) -> String {
    let letter = option.letter.map { " -s \($0)" } ?? ""
    let help = option.help[script.language].fishQuoted
    return "\(start(path))\(letter) -l \(option.name)\(value(option)) -d \(help)"
  }

  private func value(_ option: Option) -> String {
    guard option.value != nil else { return "" }
    if let list = script.list(of: option.values) { return " -x -a \(call(list, option.values))" }
    return switch option.values {
    case .file, .cases: " -r -F"
    case .folder: " -x -a '(__fish_complete_directories)'"
    default: " -x"
    }
  }

  private func call(_ list: Int, _ values: ArgumentValues) -> String {
    values == .rules
      ? "'(__fish_complete_list , __skikk_words\(list))'" : "'(__skikk_words\(list))'"
  }
}

extension String {
  /// The text in single quotes of fish, where a backslash may stand before `\` and `'`.
  fileprivate var fishQuoted: String {
    "'" + replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
