import Casebook
import Files
import Reports
import Rulebook

/// What a run has to know of a case before it is judged: which it is, and with which it belongs.
enum FoundCase: Sendable {
  case found(number: String, group: String?, at: CasePlace, isOfPart: Bool)
  case rejected(UnreadInput)
  case missing(UnreadInput)

  /// What is to be known of the case of a document.
  /// - Parameters:
  ///   - document: the case, as cut from its input.
  ///   - input: the number of its input.
  ///   - name: what messages call the input.
  ///   - reader: reads it.
  ///   - together: which cases come together.
  ///   - part: which part of the cases is judged.
  init(
    _ document: DocumentReader.Document, of input: Int, name: String, by reader: CaseReader,
    together: Reach, part: CasePart
  ) {
    do throws(InputFault) {
      let heading = try reader.heading(of: document, source: name)
      self = .found(
        number: heading.number, group: heading.group(together: together),
        at: CasePlace(input: input, of: document),
        isOfPart: part.has(heading, together: together))
    } catch {
      self = .rejected(UnreadInput(error))
    }
  }
}

/// Takes in the cases of a run in the order of its input; a number that comes again is refused.
struct CaseFinder {
  private var numbers: CaseNumbers
  private let progress: Progress?
  private let part: CasePart
  /// Where the cases stand.
  var index: CaseIndex
  /// What could not be read.
  private(set) var unread: UnreadInputs

  /// Nothing found yet in these inputs.
  init(_ inputs: [CaseInput], part: CasePart, terminal: Terminal, progress: Progress?) {
    numbers = CaseNumbers(of: inputs, folder: Scratch.folder)
    index = CaseIndex(folder: Scratch.folder)
    unread = UnreadInputs(terminal: terminal)
    (self.part, self.progress) = (part, progress)
  }

  /// Takes in some cases.
  mutating func add(_ cases: [FoundCase]) throws(ScratchFault) {
    for item in cases {
      switch item {
      case .found(let number, let group, let place, let isOfPart):
        progress?.add(cases: 1, bytes: Int(place.length))
        if let fault = try numbers.fault(of: number, at: place) {
          unread.note(fault, ofCaseFor: part)
        } else if isOfPart {
          try index.add(number, group: group, at: place)
        }
      case .rejected(let fault): unread.note(fault, ofCaseFor: part)
      case .missing(let fault): unread.note(fault, isCase: false)
      }
    }
  }
}
