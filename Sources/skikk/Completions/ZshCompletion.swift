import Reports

/// Completion for zsh, with what each word means.
struct ZshCompletion {
  private let script: CompletionScript

  init(_ script: CompletionScript) { self.script = script }

  /// The whole script: to be sourced, or to stand as `_skikk` in a folder of `fpath`.
  var text: String {
    let functions = script.groups.map(group) + script.commands.map(command)
    return """
      #compdef skikk
      # zsh completion for skikk. Load it with: source <(skikk completions zsh)

      \((lists + functions).joined(separator: "\n\n"))

      if [[ ${funcstack[1]} == _skikk ]]; then
        _skikk "$@"
      else
        compdef _skikk skikk
      fi

      """
  }

  private var lists: [String] {
    script.lists.enumerated().map { number, values in
      let words = script.candidates.words(for: values)
      let body = values == .rules ? several(words) : one(words, of: values)
      return "_skikk_words\(number)() {\n\(body)\n}"
    }
  }

  /// Words of which several may stand, with commas.
  private func several(_ words: [Candidate]) -> String {
    let lines = words.map { word in
      "    "
        + "\(Self.escaped(word.word, ":["))[\(Self.escaped(word.meaning, "]"))]".quoted
    }
    return "  _values -s , value \\\n" + lines.joined(separator: " \\\n")
  }

  /// Words of which one stands; after a form of report and `=` a file.
  private func one(_ words: [Candidate], of values: ArgumentValues) -> String {
    let lines = words.map { word in
      let meaning = word.meaning.isEmpty ? "" : ":" + word.meaning
      return "    " + (Self.escaped(word.word, ":") + meaning).quoted
    }
    let isBeginning = words.contains { $0.word.hasSuffix("=") }
    var body = "  local -a words=(\n" + lines.joined(separator: "\n") + "\n  )\n"
    if case .reports(let forms) = values {
      body += "  compset -P '(\(forms.joined(separator: "|")))=' && { _files; return }\n"
    }
    return body + "  _describe -t values value words" + (isBeginning ? " -S ''" : "")
  }

  private static func escaped(_ text: String, _ characters: String) -> String {
    text.map { characters.contains($0) || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }

  private func function(_ path: [String]) -> String {
    (["_skikk"] + path).joined(separator: "_")
  }

  private func group(_ path: [String]) -> String {
    let next = script.next(after: path)
    let options = path.isEmpty ? CompletionScript.programOptions : [.lang, .help]
    let words = next.map { "      " + "\($0.word):\($0.summary[script.language])".quoted }
    let branches = next.map { "      \($0.word)) \(function(path + [$0.word])) ;;" }
    return """
      \(function(path))() {
        local curcontext=$curcontext state line
        local -A opt_args
        _arguments -C \\
      \(options.map(spec).joined(separator: " \\\n")) \\
          '1:command:->command' '*::argument:->argument'
        case $state in
          command)
            local -a words=(
      \(words.joined(separator: "\n"))
            )
            _describe -t commands command words
            ;;
          argument)
            case $words[1] in
      \(branches.joined(separator: "\n"))
            esac
            ;;
        esac
      }
      """
  }

  private func command(_ command: Command) -> String {
    var specs = command.allOptions.map(spec)
    if let values = command.operandValues {
      let place = command.operandCount.upperBound > 1 ? "*" : "1"
      let name = Self.escaped(command.operands, ":")
      specs.append("    " + "\(place):\(name):\(action(values))".quoted)
    }
    return """
      \(function(command.path))() {
        _arguments -s \\
      \(specs.joined(separator: " \\\n"))
      }
      """
  }

  private func spec(_ option: Option) -> String {
    let help = Self.escaped(option.help[script.language], "[]:")
    let value = option.value.map { ":\(Self.escaped($0, ":")):\(action(option.values))" } ?? ""
    let names = "--\(option.name)\(option.value == nil ? "" : "=")"
    if let letter = option.letter {
      let rivals = "(-\(letter) --\(option.name))"
      return "    \(rivals.quoted){-\(letter),--\(option.name)}\("[\(help)]".quoted)"
    }
    return "    " + "\(option.isRepeatable ? "*" : "")\(names)[\(help)]\(value)".quoted
  }

  private func action(_ values: ArgumentValues) -> String {
    if let list = script.list(of: values) { return "_skikk_words\(list)" }
    return switch values {
    case .file, .cases: "_files"
    case .folder: "_files -/"
    default: " "
    }
  }
}
