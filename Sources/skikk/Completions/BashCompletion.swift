/// Completion for bash, which needs nothing but bash 3.2.
struct BashCompletion {
  private let script: CompletionScript

  init(_ script: CompletionScript) { self.script = script }

  /// The whole script.
  var text: String {
    """
    # bash completion for skikk. Load it with: source <(skikk completions bash)

    # The words of a list.
    _skikk_words() {
      case $1 in
    \(lists)
      esac
    }

    # What the words after a command are: its options, what follows it, and its operands.
    _skikk_command() {
      case $1 in
    \(commands)
      esac
    }

    # What the value of an option of a command is; fails where it takes none.
    _skikk_option() {
      case $1 in
    \(options)
        *) return 1 ;;
      esac
    }

    \(Self.engine)
    complete -o bashdefault -o default -F _skikk skikk

    """
  }

  private var lists: String {
    script.lists.enumerated().map { number, values in
      let words = script.candidates.words(for: values).map(\.word).joined(separator: " ")
      return "    list\(number)) words=\(words.quoted) ;;"
    }.joined(separator: "\n")
  }

  private var commands: String {
    let groups = script.groups.map { path in
      let options = path.isEmpty ? CompletionScript.programOptions : [.lang, .help]
      let next = script.next(after: path).map(\.word).joined(separator: " ")
      return entry(path, options, "words=\(next.quoted)")
    }
    let leaves = script.commands.map { command in
      entry(command.path, command.allOptions, "kind=\(kind(of: command.operandValues))")
    }
    return (groups + leaves).joined(separator: "\n")
  }

  private func entry(_ path: [String], _ options: [Option], _ operands: String) -> String {
    let names = options.flatMap { option in
      [option.letter.map { "-\($0)" }, "--\(option.name)"].compactMap { $0 }
    }
    return "    \(path.joined(separator: " ").quoted)) "
      + "options=\(names.joined(separator: " ").quoted) \(operands) ;;"
  }

  private var options: String {
    let all = script.commands.flatMap { command in
      command.allOptions.filter { $0.value != nil }.map { option in
        "    '\(command.name) --\(option.name)') kind=\(kind(of: option.values)) ;;"
      }
    }
    let before = script.groups.map { path in
      "    '\(path.joined(separator: " ")) --lang') kind=\(kind(of: Option.lang.values)) ;;"
    }
    return (before + all).joined(separator: "\n")
  }

  private func kind(of values: ArgumentValues?) -> String {
    guard let values else { return "none" }
    if let list = script.list(of: values) {
      return values == .rules ? "many\(list)" : "list\(list)"
    }
    switch values {
    case .folder: return "folder"
    case .file, .cases: return "file"
    default: return "none"
    }
  }

  /// Finds what is being completed. The line is taken apart here, because bash itself takes words
  /// apart at `=`.
  private static let engine = #"""
    _skikk() {
      local line=${COMP_LINE:0:COMP_POINT} path= word= current= value= before= kind= words= options=
      local -a typed
      read -r -a typed <<<"$line"
      [[ $line == *[[:space:]] ]] && typed+=('')
      local last=$((${#typed[@]} - 1)) index=1 onlyOperands=
      current=${typed[$last]}
      ((last > 0)) || return
      while ((index < last)); do
        word=${typed[$index]}
        case $word in
          --) onlyOperands=yes && break ;;
          --lang) index=$((index + 1)) ;;
          -*) ;;
          *)
            words= options= kind=
            _skikk_command "${path:+$path }$word"
            [[ $options ]] || break
            path=${path:+$path }$word
            ;;
        esac
        index=$((index + 1))
      done
      for word in "${typed[@]:1:last-1}"; do [[ $word == -- ]] && onlyOperands=yes; done

      words= options= kind= value=$current
      COMPREPLY=()
      if [[ ! $onlyOperands && $current == --*=* ]] \
        && _skikk_option "$path ${current%%=*}"; then
        before=${current%%=*}= value=${current#*=}
      elif [[ ! $onlyOperands ]] && ((last > 1)) \
        && _skikk_option "$path ${typed[$last - 1]}"; then
        :
      elif [[ ! $onlyOperands && $current == -* ]]; then
        _skikk_command "$path"
        words=$options kind=
      else
        _skikk_command "$path"
      fi

      case $kind in
        file) return ;;
        folder) compopt -o dirnames 2>/dev/null; return ;;
        none) compopt +o default +o bashdefault 2>/dev/null; return ;;
        many*)
          before+=${value%"${value##*,}"} value=${value##*,}
          _skikk_words "list${kind#many}"
          ;;
        list*) _skikk_words "$kind" ;;
      esac
      # After `json=` stands a file, which bash completes itself.
      [[ $value == *=* && " $words " != *" $value"* ]] && return
      local strip=
      [[ $COMP_WORDBREAKS == *=* && $before$value == *=* ]] && strip=$before$value \
        && strip=${strip%"${strip##*=}"}
      for word in $(compgen -W "$words" -- "$value"); do
        word=$before$word
        COMPREPLY+=("${word#"$strip"}")
        [[ $word == *= ]] && compopt -o nospace 2>/dev/null
      done
      ((${#COMPREPLY[@]})) || compopt +o default +o bashdefault 2>/dev/null
    }
    """#
}
