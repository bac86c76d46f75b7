import Casebook
import Values

/// Compiles declarations to a `Program`, resolving every name and checking every type.
///
/// Definitions and nouns are compiled when first asked for, so their order does not matter; one
/// that asks for itself is an error.
final class Compiler {
  /// A kind of thing that lists can go through.
  struct Noun {
    let kinds: KindSet
    /// The conditions its members meet, as flag definitions.
    let flags: [DefinitionID]
  }

  enum State<Syntax, Result> {
    case waiting(Syntax)
    case underway
    case done(Result)
    case failed
  }

  let vocabulary: Vocabulary
  let sink: DiagnosticSink
  var program: Program
  var nouns: [String: State<NounSyntax, Noun>] = [:]
  var definitions: [String: State<DefinitionSyntax, DefinitionID>] = [:]
  var tables: [String: TableID] = [:]
  var choices: [String: ChoiceID] = [:]
  var consequences: [String: Int] = [:]
  var insteads: [String: [ExceptionSyntax]] = [:]
  /// `meets` seen so far: kinds of the thing, source and section.
  var meets: [(kinds: KindSet, source: String, section: String, span: Span)] = []
  /// The law line of the document being compiled.
  var law: LawLine?
  var lawOfFile: [ObjectIdentifier: LawLine] = [:]
  var readChoices: Set<Int> = []
  /// Names of any kind whose declaration has a fault that has been reported.
  var broken: Set<String> = []
  /// Ids of all rules, those that do not compile included.
  var ruleIDs: Set<String> = []
  var orderPlaces: [String: Span] = [:]
  var accountTables: [MarkdownTable] = []

  let eventKinds, letterKinds, contactKinds, claimKinds, itemKinds, rootKinds: KindSet

  init(vocabulary: Vocabulary, sink: DiagnosticSink, program: Program) {
    self.vocabulary = vocabulary
    eventKinds = vocabulary.kinds { if case .event = $0.role { true } else { false } }
    letterKinds = vocabulary.kinds {
      if case .event(let traits) = $0.role { traits.isLetter } else { false }
    }
    contactKinds = vocabulary.kinds {
      if case .event(let traits) = $0.role { traits.isContact } else { false }
    }
    claimKinds = vocabulary.kinds { $0.role == .claim }
    itemKinds = vocabulary.kinds { $0.name == "item" }
    rootKinds = vocabulary.kinds { $0.role == .root }
    self.sink = sink
    self.program = program
    for kind in vocabulary.kinds {
      switch kind.role {
      case .event, .claim, .part:
        nouns[kind.name] = .done(Noun(kinds: KindSet([kind.id]), flags: []))
      case .root, .party: break
      }
    }
    for (name, kinds) in [
      ("event", eventKinds), ("letter", letterKinds), ("contact", contactKinds),
    ] {
      nouns[name] = .done(Noun(kinds: kinds, flags: []))
    }
  }

  /// The kinds that stand for consequences; they follow those of the vocabulary.
  var consequenceKinds: KindSet {
    KindSet(program.consequences.indices.map { Compiler.consequenceKind($0, vocabulary) })
  }
  static func consequenceKind(_ index: Int, _ vocabulary: Vocabulary) -> KindID {
    KindID(rawValue: UInt8(vocabulary.kinds.count + index))
  }

  /// The kinds of a noun, and the conditions of its members.
  func noun(_ name: Name) throws(Diagnostic) -> Noun {
    switch nouns[name.text] {
    case .done(let noun): return noun
    case .failed: throw alreadyReported(name)
    case .underway:
      throw Diagnostic(
        "the noun `\(name.text)` is made of itself", at: name.span,
        help: "let it begin with another kind of thing")
    case .waiting(let syntax):
      nouns[name.text] = .underway
      do {
        let noun = try compile(noun: syntax)
        nouns[name.text] = .done(noun)
        return noun
      } catch {
        nouns[name.text] = .failed
        throw error
      }
    case nil:
      throw unknown(
        "`\(name.text)` is no kind of thing", name, among: nouns.keys.sorted(),
        help: "kinds of things: skikk rules vocabulary")
    }
  }

  private func compile(noun syntax: NounSyntax) throws(Diagnostic) -> Noun {
    var kinds = KindSet.empty
    var bases: [Noun] = []
    for base in syntax.bases {
      bases.append(try noun(base))
      kinds = kinds.union(bases[bases.count - 1].kinds)
    }
    var flags = bases.count == 1 ? bases[0].flags : joining(bases, kinds, syntax)
    // The noun is usable by its kinds while its own condition is compiled.
    if let condition = syntax.condition {
      var environment = Environment()
      _ = try environment.bind(syntax.name.text, .thing(kinds), at: syntax.name.span)
      _ = environment.reserve(from: 2)
      let body = try flag(condition, &environment)
      let reads = program.reads([body])
      flags.append(
        add(
          Definition(
            name: syntax.name.text, of: kinds, ofMany: false, atAmount: false, onDay: false,
            body: body, slots: environment.slots, usesToday: reads.today, readsLeft: reads.left,
            span: syntax.name.span)))
    }
    return Noun(kinds: kinds, flags: flags)
  }

  /// A flag for members of several nouns, when some of these have conditions of their own.
  private func joining(_ bases: [Noun], _ kinds: KindSet, _ syntax: NounSyntax) -> [DefinitionID] {
    guard bases.contains(where: { !$0.flags.isEmpty }) else { return [] }
    let span = syntax.name.span
    let member = Node(.variable(0), .thing(kinds), span)
    let alternatives = bases.map { base in
      let calls = base.flags.map { Node(.call($0, [member]), .flag, span) }
      return Node(.all([Node(.isKind(member, base.kinds), .flag, span)] + calls), .flag, span)
    }
    let body = Node(.any(alternatives), .flag, span)
    let reads = program.reads([body])
    return [
      add(
        Definition(
          name: syntax.name.text, of: kinds, ofMany: false, atAmount: false, onDay: false,
          body: body, slots: 3, usesToday: reads.today, readsLeft: reads.left, span: span))
    ]
  }

  func add(_ definition: Definition) -> DefinitionID {
    program.definitions.append(definition)
    return DefinitionID(rawValue: program.definitions.count - 1)
  }

}

extension Vocabulary {
  /// The kinds of which something holds.
  fileprivate func kinds(_ isIncluded: (ThingKind) -> Bool) -> KindSet {
    KindSet(kinds.filter(isIncluded).map(\.id))
  }
}
