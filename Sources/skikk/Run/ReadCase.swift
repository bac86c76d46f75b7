import Casebook
import Files
import Reports
import Values

/// What came of reading one case.
enum ReadCase: Sendable {
  case read(CaseFile, at: CasePlace)
  /// What is wrong with a case.
  case rejected(UnreadInput)
  /// Why there is nothing to read; that is no case.
  case missing(UnreadInput)

  /// Reads the case of a document.
  init(
    _ document: DocumentReader.Document, of input: Int, name: String, by reader: CaseReader
  ) {
    do throws(InputFault) {
      let file = try reader.read(document, source: name)
      self = .read(file, at: CasePlace(input: input, of: document))
    } catch {
      self = .rejected(UnreadInput(error))
    }
  }
}

extension CaseReader {
  /// A reader of cases whose rulings and choices may name what a rule set has.
  init(for rules: RuleFolder) {
    self.init(vocabulary: .standard, names: rules.names)
  }
}

extension [DocumentReader.Document] {
  /// How many bytes they take.
  var size: Int { reduce(0) { $0 + $1.extent.count } }
}

extension DocumentReader {
  /// How many cases, and how many bytes of them, are read at a time.
  private static let (mostCases, mostBytes) = (64, 256 << 10)

  /// The next cases: as many as there are without waiting for more input, but at least one; none
  /// at the end.
  mutating func nextBatch() throws(LineReader.Failure) -> [Document] {
    var batch: [Document] = []
    var bytes = 0
    repeat {
      guard let document = try next() else { break }
      batch.append(document)
      bytes += document.bytes.count
    } while hasCaseAtHand && batch.count < Self.mostCases && bytes < Self.mostBytes
    return batch
  }
}

/// The case numbers of a run, of which none may come twice.
struct CaseNumbers {
  private var seen: SeenKeys
  /// What messages call each input.
  private let names: [String]

  /// No numbers yet; what is not held in memory is put aside in a folder.
  init(of inputs: [CaseInput], folder: String) {
    seen = SeenKeys(folder: folder)
    names = inputs.map(\.name)
  }

  /// Notes the number of a case; what is wrong where it has come before.
  mutating func fault(of number: String, at place: CasePlace) throws(ScratchFault) -> UnreadInput? {
    let note = UInt64(place.input) << 32 | UInt64(place.line)
    let hash = ContentHash(of: number).value
    guard let first = try seen.note(hash, note) else { return nil }
    return UnreadInput(
      InputFault(
        file: names[Int(place.input)], line: Int(place.line), column: 1, path: "/id",
        found: "\"\(number)\" again", expected: "each case once in a run",
        hint: "first in \(names[Int(first >> 32)]):\(first & 0xFFFF_FFFF)"))
  }
}
